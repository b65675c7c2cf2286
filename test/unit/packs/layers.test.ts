import { describe, expect, it } from 'vitest';
import { layered } from '../../../utils/packs/layers.ts';
import type { Publication } from '../../../utils/packs/publication.ts';
import type { Pack } from '../../../utils/rules/pack.ts';
import { bundled, patch } from './support.ts';

const barOf = (pack: Pack): unknown => pack.rules.find(({ id }) => id === 'merge.gmv-90d')?.test?.value;

const layer = (from: string, publication: Publication) => ({ from, publication });

describe('packs laid over each other', () => {
  it('are the bundled one where there is no other', () => {
    expect(layered(bundled, [])).toEqual({ pack: bundled, won: [], left: [] });
  });

  it('replace entries by id, whole, and leave the others', () => {
    const { pack, won } = layered(bundled, [layer('a', patch())]);
    expect(barOf(pack)).toBe('60000');
    expect(pack.rules).toHaveLength(bundled.rules.length);
    expect([pack.version, pack.date]).toEqual(['2026.12.1', '2026-12-01']);
    expect(won).toEqual([{ part: 'rules', id: 'merge.gmv-90d', from: 'a' }]);
  });

  it('win over those before them, whichever is newer', () => {
    const layers = [layer('organisation', patch('2026.12.5', '70000')), layer('user', patch())];
    const { pack, won } = layered(bundled, layers);
    expect(barOf(pack)).toBe('60000');
    expect(pack.version).toBe('2026.12.5');
    expect(won.map(({ from }) => from)).toEqual(['user']);
  });

  it('only add where they are older than what ships', () => {
    const group = { groups: { BENELUX: ['BE', 'LU', 'NL'] } };
    const { pack, won } = layered(bundled, [layer('a', { ...patch('2026.11.1'), ...group })]);
    expect(barOf(pack)).toBe('50000');
    expect(pack.groups.BENELUX).toEqual(['BE', 'LU', 'NL']);
    expect(won).toEqual([{ part: 'groups', id: 'BENELUX', from: 'a' }]);
    expect(pack.version).toBe(bundled.version);
  });

  it('bring back nothing that a newer release dropped where they are whole, and are left out', () => {
    const rules = bundled.rules.filter(({ id }) => id !== 'merge.gmv-90d');
    const release: Pack = { ...bundled, version: '2026.12.20', date: '2026-12-20', rules };
    const { pack, won, left } = layered(release, [layer('a', bundled)]);
    expect([pack, won]).toEqual([release, []]);
    expect(left).toEqual([{ from: 'a', refusal: { reason: 'older', detail: '2026.12.20' } }]);
    expect(layered(bundled, [layer('a', bundled)]).left).toEqual([]);
  });

  it('mend a page of the site map and leave the others', () => {
    const [name = '', page] = Object.entries(bundled.siteMap.pages)[0] ?? [];
    if (!page) throw new Error('The bundled pack has no pages');
    const mended = { ...page, titles: ['^新标题$'] };
    const { rules: _, ...base } = patch();
    const { pack, won } = layered(bundled, [layer('a', { ...base, siteMap: { pages: { [name]: mended } } })]);
    expect(pack.siteMap.pages).toEqual({ ...bundled.siteMap.pages, [name]: mended });
    expect(pack.siteMap.productList).toEqual(bundled.siteMap.productList);
    expect(won).toEqual([{ part: 'siteMap', id: name, from: 'a' }]);
  });

  it('take out what holds no more', () => {
    const gone = bundled.notes[0]?.id ?? '';
    const { pack } = layered(bundled, [layer('a', { ...patch(), without: { notes: [gone] } })]);
    expect(pack.notes.map(({ id }) => id)).toEqual(bundled.notes.slice(1).map(({ id }) => id));
  });

  it('are left out where they would leave the pack unsound, and the others hold', () => {
    const broken: Publication = { ...patch('2026.12.3'), without: { fees: ['merge.fee-base'] } };
    const { pack, left } = layered(bundled, [layer('broken', broken), layer('good', patch())]);
    expect(barOf(pack)).toBe('60000');
    expect(pack.fees).toEqual(bundled.fees);
    expect(left).toMatchObject([{ from: 'broken', refusal: { reason: 'unsound' } }]);
    expect(left[0]?.refusal.detail).toContain('merge.fee-base');
  });
});
