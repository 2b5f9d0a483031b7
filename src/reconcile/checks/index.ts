/** The list of all checks: what is in it is asked of every cell, documented, exported and tested. */
import type {Check} from '../check.ts'
import {anyEndpoint} from './any-endpoint.ts'
import {portNumber} from './port-number.ts'
import {portRange} from './port-range.ts'
import {protocolToken} from './protocol-token.ts'
import {transport} from './transport.ts'

export const checks: readonly Check[] = [anyEndpoint, portRange, portNumber, transport, protocolToken]
