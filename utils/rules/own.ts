/** What a record holds by a name that comes from data; what every object has by itself, as `constructor`, is nothing of it. */
export const own = <T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  record && Object.hasOwn(record, name) ? record[name] : undefined;
