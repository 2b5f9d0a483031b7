// Apart from portolan.cjs, since Node.js that is too old can't parse it.
'use strict'

/** Starts a module from the command line, which an old Node.js can't. */
module.exports = function load(file) {
  import(file).catch((error) => {
    process.stderr.write('portolan can’t be started: ' + (error && error.message) + '\n')
    process.exitCode = 2
  })
}
