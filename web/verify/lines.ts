/** The lines of a file, read piece by piece. */
export async function* linesOf(file: Blob): AsyncGenerator<string> {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    const parts = (rest + decoder.decode(value, { stream: !done })).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
    if (done) break;
  }
  if (rest !== '') yield rest;
}
