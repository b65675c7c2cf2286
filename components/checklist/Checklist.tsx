import { CHECKLIST_PATHS, type ChecklistPath } from '../../utils/features/checklist/paths.ts';
import type { ChecklistView } from '../../utils/features/checklist/view.ts';
import { keyOf, type Translator } from '../../utils/i18n/translate.ts';
import { ReasonList } from '../Reasons.tsx';
import { Item, type ItemProps } from './Item.tsx';
import { Progress } from './Progress.tsx';
import { Timeline } from './Timeline.tsx';

interface ChecklistProps extends Omit<ItemProps, 'item'> {
  path: ChecklistPath;
  view: ChecklistView | undefined;
  onPath(path: ChecklistPath): void;
}

/** What a path is called. */
export const pathName = (path: ChecklistPath, t: Translator): string => t(keyOf('checklistPath', path));

const PathChoice = ({ t, path, onPath }: Pick<ChecklistProps, 't' | 'path' | 'onPath'>) => (
  <label class="path-choice">
    <span>{t('checklistPath')}</span>
    <select value={path} onChange={({ currentTarget }) => onPath(currentTarget.value as ChecklistPath)}>
      {CHECKLIST_PATHS.map((each) => (
        <option key={each} value={each}>
          {pathName(each, t)}
        </option>
      ))}
    </select>
  </label>
);

/** A store's way through a programme, from nothing to joined. */
export const Checklist = ({ path, view, onPath, ...ofItems }: ChecklistProps) => {
  const { t } = ofItems;
  return (
    <section class="checklist" aria-busy={!view}>
      <div class="checklist-head">
        <PathChoice t={t} path={path} onPath={onPath} />
        <a
          class="print-link"
          href={`/checklist.html?channelId=${ofItems.store.channelId}&path=${path}`}
          target="_blank"
          rel="noreferrer"
        >
          {t('checklistPrint')}
        </a>
      </div>
      {view && (
        <>
          <Progress t={t} progress={view.progress} />
          <Timeline t={t} timeline={view.timeline} />
          {view.parts.map(({ id, title, items, cautions }) => (
            <section key={id} class="part" data-programme={id}>
              <h2>{title}</h2>
              {cautions.length > 0 && (
                <div class="cautions">
                  <h3>{t('checklistCautions')}</h3>
                  <ReasonList reasons={cautions} source={t('checklistSource')} />
                </div>
              )}
              <ol>
                {items.map((item) => (
                  <Item key={item.id} item={item} {...ofItems} />
                ))}
              </ol>
            </section>
          ))}
        </>
      )}
    </section>
  );
};
