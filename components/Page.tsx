import type { ComponentChildren } from 'preact';
import type { Language, Translator } from '../utils/i18n/translate.ts';
import type { Overview } from '../utils/messaging/protocol.ts';
import { LanguageChoice } from './LanguageChoice.tsx';
import { RulesAge } from './packs/RulesAge.tsx';

export interface PageProps {
  t: Translator;
  overview: Overview;
  fault: string | undefined;
  onLanguage(language: Language | null): void;
}

interface FrameProps extends PageProps {
  /** Beside the name of the extension. */
  beside: ComponentChildren;
  children: ComponentChildren;
  /** In the footer, over the rule pack's line. */
  links?: ComponentChildren;
}

/** What every page of the extension has: its name and language, what went wrong, and the rules it speaks by. */
export const Page = ({ t, overview, fault, onLanguage, beside, children, links }: FrameProps) => (
  <>
    <header class="bar">
      <h1>
        {t('brand')} <small>{beside}</small>
      </h1>
      <LanguageChoice t={t} overview={overview} onLanguage={onLanguage} />
    </header>
    {fault && (
      <p class="fault" role="alert">
        {t('fault', fault)}
      </p>
    )}
    {children}
    <footer class="foot">
      {links}
      {t('cardFooter', overview.packVersion)}
      <RulesAge t={t} packs={overview.packs} />
    </footer>
  </>
);
