import { type BoardSeen, boardIn, haveSameFailures } from '../facts/failures.ts';
import type { Records } from './records.ts';

const PREFIX = 'failures:';

const keyOf = (channelId: string): string => PREFIX + channelId;

/** The boards of failures, each as it was last seen. What can't be read is of an older version, and is looked at anew. */
export class Boards {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  async get(channelId: string): Promise<BoardSeen | undefined> {
    return boardIn(await this.#records.get(keyOf(channelId)));
  }

  /** @returns whether it shows other failures than before */
  async keep(board: BoardSeen): Promise<boolean> {
    let isNew = false;
    await this.#records.update(keyOf(board.channelId), (kept) => {
      isNew = !haveSameFailures(boardIn(kept), board);
      return board;
    });
    return isNew;
  }
}
