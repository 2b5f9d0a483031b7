/** Where Astro's log of a build goes: errors of pages quote documents, of which nothing reaches the terminal but as text that is seen. */
import type {AstroLoggerDestination} from 'astro'
import {printableLines} from '../../text/printable.ts'

export default (): AstroLoggerDestination => ({
  write: ({message}) => {
    process.stderr.write(`${printableLines(message)}\n`)
  },
})
