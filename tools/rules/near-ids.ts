const SHOWN = 6;

const words = (id: string): string[] => id.split(/[.-]/);

const prefix = (id: string): string => id.split('.')[0] ?? id;

/** Ids that an unknown one may have been meant for: those that contain it or lie in it, else of its programme. */
export function nearIds(unknown: string, ids: readonly string[]): string {
  const contained = ids.filter((id) => id.includes(unknown) || unknown.includes(id));
  const near = contained.length > 0 ? contained : ids.filter((id) => prefix(id) === prefix(unknown));
  const shared = (id: string): number => words(id).filter((word) => words(unknown).includes(word)).length;
  return near
    .toSorted((a, b) => shared(b) - shared(a))
    .slice(0, SHOWN)
    .join(', ');
}
