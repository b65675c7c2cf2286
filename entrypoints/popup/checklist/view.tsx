import type { ViewProps } from '../views.ts';

export default ({ t }: ViewProps) => <p class="hint">{t('viewLoading')}</p>;
