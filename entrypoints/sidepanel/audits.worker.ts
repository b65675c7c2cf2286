import { expose, proxy } from 'comlink';
import { Desk } from '../../utils/audit/desk/desk.ts';
import type { OpenDesk } from '../../utils/audit/desk/remote.ts';
import { openAudits } from '../../utils/storage/audits.ts';
import { FindingsWork } from '../../utils/storage/findings-work.ts';
import { indexedDbRecords } from '../../utils/storage/indexed-db.ts';

const now = (): string => new Date().toISOString();

const openDesk: OpenDesk = async () => {
  const [audits, records] = await Promise.all([openAudits(), indexedDbRecords()]);
  return proxy(new Desk({ audits, work: new FindingsWork(records) }, now));
};

expose(openDesk);
