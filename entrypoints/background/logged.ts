/** Does what nobody waits for; what fails must not be lost. */
export function logged(name: string, work: Promise<unknown>): void {
  work.catch((error: unknown) => console.error(`ManagedLens: ${name}`, error));
}
