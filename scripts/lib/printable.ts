/** The door to the terminal, as the commands know it. */
export {printable, printableLines} from '../../src/text/printable.ts'
