/** Why a combination of keys can't be taken. */
export type CombinationProblem = 'kept-by-browser' | 'no-key' | 'no-modifier';

type Pressed = Pick<KeyboardEvent, 'altKey' | 'code' | 'ctrlKey' | 'key' | 'metaKey' | 'shiftKey'>;

const MODIFIER_KEYS = ['Alt', 'AltGraph', 'Control', 'Meta', 'Shift'];

/** Of F-keys, letters and digits all keyboards have, and all layouts name alike. */
const KEY = /^(?:[A-Z0-9]|F(?:[1-9]|1[0-2]))$/;

/**
 * What Chrome or Firefox do with a key, by the modifiers with it; what an editor does in a field is among it, and that
 * Alt+Shift+U opens the audit.
 */
const KEPT: Readonly<Record<string, RegExp>> = {
  Ctrl: /./,
  'Ctrl+Shift': /^(?:[A-EG-KM-TVWYZ0-9]|F\d+)$/,
  Alt: /^(?:[BDEFHSTV0-9]|F4)$/,
  'Alt+Shift': /^[ABITU]$/,
  'Ctrl+Alt': /^F\d+$/,
};

/**
 * The key as its layout names it. With Alt or Shift a layout may make another sign of it, as `Â` of M on a Mac: then
 * the key's place tells which it is.
 */
function keyOf({ key, code }: Pressed): string {
  const named = key.toUpperCase();
  return KEY.test(named) ? named : code.replace(/^(?:Key|Digit)(?=.$)/, '');
}

/** A press of keys as one text, such as `Alt+Shift+M`; nothing while only modifiers are down. */
export function combinationOf(pressed: Pressed): string | undefined {
  if (MODIFIER_KEYS.includes(pressed.key)) return undefined;
  const { ctrlKey, altKey, shiftKey, metaKey } = pressed;
  const modifiers = [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', metaKey && 'Meta'];
  return [...modifiers.filter(Boolean), keyOf(pressed)].join('+');
}

/** Why a combination can't be taken as a key of ours, where it can't. */
export function combinationProblem(combination: string): CombinationProblem | undefined {
  const parts = combination.split('+');
  const key = parts.pop() ?? '';
  const modifiers = parts.join('+');
  if (!KEY.test(key)) return 'no-key';
  if (modifiers === '' || modifiers === 'Shift') return 'no-modifier';
  if (parts.includes('Meta') || KEPT[modifiers]?.test(key)) return 'kept-by-browser';
  return undefined;
}
