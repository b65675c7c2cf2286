/**
 * Of several answers under way only the last one that was asked for counts, whichever comes first.
 * @returns keeps an answer once it is there, unless another was asked for meanwhile
 */
export function lastOf<T>(keep: (answer: T) => void): (work: Promise<T>) => Promise<void> {
  let last: Promise<T> | undefined;
  return async (work) => {
    last = work;
    const answer = await work;
    if (last === work) keep(answer);
  };
}
