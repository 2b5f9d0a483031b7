import {describe, expect, it} from 'vitest'
import {pipe, portsOf, readDocument} from '../align/read-document.ts'

const outcome = (note: string): string =>
  portsOf(readDocument('en-US', pipe('Port | Protocol | Notes', `8310 | TCP | ${note}`))[0])

describe('cells longer than what is read of them', () => {
  const prose = 'This line carries levels of the gauges. '.repeat(130)

  it('are refused where what is left restricts', () => {
    expect(outcome(`${prose}Only from the lock house.`)).toBe('unreadable')
  })

  it('are read where it does not', () => {
    expect(outcome(`${prose}It carries them to the weir.`)).toBe('tcp 8310')
  })
})
