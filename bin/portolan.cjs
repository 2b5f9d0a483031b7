#!/usr/bin/env node
// Says in one line when Node.js is too old. In the oldest JavaScript: a newer syntax would be an error of its own there.
'use strict'
var fs = require('fs')
var path = require('path')

/** The oldest Node.js that all packages of the site run on, as `engines` of package.json says. */
var OLDEST = [22, 22]

// A checkout brings its own Node.js, which any other starts.
var isCheckout = fs.existsSync(path.join(__dirname, '..', 'scripts', 'bin.mjs'))
var own = process.versions.node.split('.').map(Number)
var isTooOld = own[0] < OLDEST[0] || (own[0] === OLDEST[0] && own[1] < OLDEST[1])

if (isTooOld && !isCheckout) {
  process.stderr.write(
    'portolan: expected Node.js ' +
      OLDEST.join('.') +
      ' or newer, found ' +
      process.versions.node +
      ': install a newer one (https://nodejs.org)\n'
  )
  process.exitCode = 2
} else {
  require('./load.cjs')(isCheckout ? '../scripts/bin.mjs' : '../lib/scripts/portolan.js')
}
