/** Longest wait for one check, milliseconds; what does not answer by then does not hold. */
const CHECK_MS = 2_000;

/** Whether something holds: asked for at most 2 s; a rejection and silence mean no, as does the answer false. */
export async function holds(check: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), CHECK_MS);
  });
  const asked = check().then(
    (answer) => answer !== false,
    () => false,
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
