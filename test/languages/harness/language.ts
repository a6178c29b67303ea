import { Command } from './workshop';

/** A language in which the library is used. */
export interface Language {
  /** The name of its folder under test/languages. */
  readonly name: string;

  /** The programs that it takes. */
  readonly tools: string[];

  /** Makes what all its programs share, in a folder of its own. */
  prepare(folder: string): Promise<Workplace>;
}

/** Where programs of one language are built. */
export interface Workplace {
  /**
   * Builds the program whose sources are in a folder.
   *
   * @returns what runs it, there.
   */
  build(folder: string): Promise<Command>;
}
