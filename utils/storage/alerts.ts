import type { Alert } from '../alerts/alert.ts';
import { type Snooze, type Snoozes, snoozesSchema, withSnooze } from '../alerts/snooze.ts';
import { z } from '../rules/zod.ts';
import type { Records } from './records.ts';

const PREFIX = 'alerts:';
export const SNOOZED = `${PREFIX}snoozed`;
export const HELD = `${PREFIX}held`;
export const NOTIFIED = `${PREFIX}notified`;

/** The alerts of all products on a day: there may be many thousands of products, and few of their days are near. */
export const CERTIFICATES = `${PREFIX}certificates`;

const certificate: z.ZodMiniType<Extract<Alert, { kind: 'certificate' }>> = z.strictObject({
  kind: z.literal('certificate'),
  id: z.string(),
  channelId: z.string(),
  stage: z.string(),
  due: z.string(),
  daysLeft: z.int(),
  agedDays: z.null(),
  productId: z.string(),
  what: z.string(),
});

/** A list under way has no alerts yet: it is kept only where no certificate has changed until it is done. */
const certificatesSchema = z.strictObject({
  day: z.int(),
  reading: z.string(),
  alerts: z.nullable(z.array(certificate)),
});

const heldSchema = z.array(z.string());
const notifiedSchema = z.record(z.string(), z.string());

/** By the alert's id, the stage that was notified. */
export type Notified = z.infer<typeof notifiedSchema>;

/** What was snoozed, and the bars that were seen to hold, as they are kept. */
export const snoozesIn = (kept: unknown): Snoozes | undefined => snoozesSchema.safeParse(kept).data;
export const heldIn = (kept: unknown): string[] | undefined => heldSchema.safeParse(kept).data;

/** What is kept of alerts. None of it can't be made anew: what can't be read counts as not there. */
export class KeptAlerts {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  async #read<T>(key: string, schema: z.ZodMiniType<T>): Promise<T | undefined> {
    return schema.safeParse(await this.#records.get(key)).data;
  }

  async snoozes(): Promise<Snoozes> {
    return (await this.#read(SNOOZED, snoozesSchema)) ?? {};
  }

  snooze(id: string, chosen: Snooze): Promise<void> {
    return this.#records.update(SNOOZED, (kept) =>
      withSnooze(snoozesSchema.safeParse(kept).data ?? {}, id, chosen, chosen.at),
    );
  }

  /** The ids of the bars that were seen to hold. */
  async held(): Promise<ReadonlySet<string>> {
    return new Set(await this.#read(HELD, heldSchema));
  }

  async hold(ids: ReadonlySet<string>): Promise<void> {
    await this.#records.update(HELD, () => [...ids]);
  }

  async notified(): Promise<Notified> {
    return (await this.#read(NOTIFIED, notifiedSchema)) ?? {};
  }

  async noteNotified(notified: Notified): Promise<void> {
    await this.#records.update(NOTIFIED, () => notified);
  }

  /** The alerts of products as they were listed on a day, unless a certificate has changed since. */
  async certificates(day: number): Promise<Alert[] | undefined> {
    const kept = await this.#read(CERTIFICATES, certificatesSchema);
    return kept?.day === day ? (kept.alerts ?? undefined) : undefined;
  }

  /** Lists the alerts of products anew, and keeps the list where no certificate changes meanwhile. */
  async listCertificates(day: number, list: () => Promise<Alert[]>): Promise<Alert[]> {
    const reading = crypto.randomUUID();
    await this.#records.update(CERTIFICATES, () => ({ day, reading, alerts: null }));
    const alerts = await list();
    await this.#records.update(CERTIFICATES, (kept) =>
      certificatesSchema.safeParse(kept).data?.reading === reading ? { day, reading, alerts } : kept,
    );
    return alerts;
  }
}
