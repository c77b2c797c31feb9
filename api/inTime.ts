/** An answer, or false once `ms` milliseconds have passed without one; what was asked goes on in any case. */
export async function inTime(ms: number, asked: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
