import { drawFirst } from './first.ts';

// Nothing else is imported before this is drawn.
const root = document.getElementById('app') ?? document.body;
const nameStore = drawFirst(root);
void import('./channel.ts').then(async ({ channelOfTab }) =>
  nameStore(await channelOfTab().catch(() => undefined)),
);
void import('./app.tsx').then(({ start }) => start(root));
