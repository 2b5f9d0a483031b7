/** A line on the terminal that tells how many documents are read. */
import ora from 'ora'

/** Reading doesn't wait for anything, so that the line is drawn by hand now and then. */
const DOCUMENTS_A_FRAME = 20

/** Shows the line while documents are read; nothing where standard error is no terminal. */
export async function withProgress<T>(
  run: (onProgress: (done: number, all: number) => void) => Promise<T>,
): Promise<T> {
  const spinner = ora({text: 'reading documents', isSilent: !process.stderr.isTTY}).start()
  try {
    return await run((done, all) => {
      spinner.text = `reading documents ${done}/${all}`
      if (done >= all) spinner.stop()
      else if (done % DOCUMENTS_A_FRAME === 0) spinner.render()
    })
  } finally {
    spinner.stop()
  }
}
