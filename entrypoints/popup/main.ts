import { drawFirst } from './first.ts';

// Nothing else is imported before this is drawn.
const root = document.getElementById('app') ?? document.body;
const nameStore = drawFirst(root);
const ofTab = import('./channel.ts').then(({ channelOfTab }) => channelOfTab());
void ofTab.then(nameStore);
void import('./app.tsx').then(({ start }) => start(root, ofTab));
