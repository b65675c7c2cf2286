import { signal } from '@preact/signals';
import type { FindingRow } from '../../utils/audit/desk.ts';
import type { Text } from '../../utils/i18n/translate.ts';
import { showRow } from '../../utils/messaging/tab.ts';
import { channelOf, pageKindOf } from '../../utils/site/pages.ts';
import { browser } from 'wxt/browser';

