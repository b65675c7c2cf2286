import { laterOf } from '../facts/kept.ts';
import { z } from '../rules/zod.ts';
import { lostFields, type PageHealth } from '../site/health.ts';
import { pageHealth } from '../site/health-shape.ts';
import type { Records } from './records.ts';

const PREFIX = 'health:';

/** What was last found on pages of a kind. */
export interface KeptHealth extends PageHealth {
  /** When; ISO 8601. */
  at: string;
  packVersion: string;
  /** The loss whose notice was dismissed. */
  dismissed: string | null;
}

const keptHealth: z.ZodMiniType<KeptHealth> = z.extend(pageHealth, {
  at: z.iso.datetime(),
  packVersion: z.string(),
  dismissed: z.nullable(z.string()),
});

/** The health that a kept value is, where it is one. */
export const healthIn = (kept: unknown): KeptHealth | undefined => keptHealth.safeParse(kept).data;

/** Of two looks at a kind of page the later. */
export const laterHealth = laterOf<KeptHealth>;

/** The last known health of each kind of page. What can't be read is of an older version, and is looked at anew. */
export class Healths {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  async all(): Promise<KeptHealth[]> {
    const keys = await this.#records.keys(PREFIX);
    return (await this.#records.getMany(keys)).flatMap((kept) => healthIn(kept) ?? []);
  }

  /** Keeps what was found now. @returns the loss that was dismissed, where one was, and whether another is lost now */
  async keep(
    health: PageHealth,
    at: string,
    packVersion: string,
  ): Promise<{ dismissed: string | null; isOther: boolean }> {
    let dismissed: string | null = null;
    let isOther = false;
    await this.#records.update(PREFIX + health.page, (kept) => {
      const before = healthIn(kept);
      dismissed = before?.dismissed ?? null;
      isOther = String(lostFields(before?.findings ?? [])) !== String(lostFields(health.findings));
      return { ...health, at, packVersion, dismissed };
    });
    return { dismissed, isOther };
  }

  async dismiss(page: PageHealth['page'], loss: string): Promise<void> {
    await this.#records.update(PREFIX + page, (kept) => {
      const health = healthIn(kept);
      return health && { ...health, dismissed: loss };
    });
  }
}
