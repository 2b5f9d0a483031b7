import {describe, expect, it} from 'vitest'
import {pipe, portsOf, readDocument} from './read-document.ts'

const read = (header: string, ...rows: string[]) => readDocument('ar-EG', pipe(header, ...rows))

describe('tables in Arabic', () => {
  it('say ports with words that hold together and with digits of their own', () => {
    const header = 'المنفذ | البروتوكول'
    const cells = ['443 و8443', 'من 50000 إلى 50019', '٣٤٧٨', '1024 وما فوق', '5061، 5062؛ 5070', 'أيّ منفذ']
    expect(read(header, ...cells.map((cell) => `${cell} | TCP`)).map(portsOf)).toEqual([
      'tcp 443 8443',
      'tcp 50000-50019',
      'tcp 3478',
      'tcp 1024-65535',
      'tcp 5061 5062 5070',
      'tcp 0-65535',
    ])
  })

  it('say direction, action and requirement', () => {
    const rows = read(
      'المنفذ | البروتوكول | الاتجاه | الإجراء | مطلوب',
      '443 | TCP | وارد | السماح | نعم',
      '444 | TCP | صادر | اسمح | اختياري',
      '445 | TCP | كلا الاتجاهين | حظر | إلزامي',
    )
    expect(rows.map(portsOf)).toEqual(['tcp 443', 'tcp 444', 'deny tcp 445'])
    const facts = rows.map((row) => (typeof row === 'string' ? undefined : row[0]))
    expect(facts.map((each) => each?.direction)).toEqual(['in', 'out', 'both'])
    expect(facts.map((each) => each?.requirement)).toEqual(['required', 'optional', 'required'])
  })

  it('deny by whole words, with and without vowel marks, and not by letters inside other words', () => {
    const rows = read(
      'المنفذ | النقل | المصدر | الوجهة | ملاحظات',
      '443 | TCP | الرافعة | المرسى | لا تفتح هذا المنفذ للإنترنت.',
      '444 | TCP | الرافعة | المرسى | المنفذ محظورٌ.',
      '445 | TCP | الرافعة | المرسى | لا يُفتح أبدًا.',
      '446 | TCP | الرافعة | المرسى | يجب عدم حظر هذا المنفذ.',
      // لا stands in الاتصال, and منع in none of these words alone.
      '447 | TCP | الرافعة | المرسى | الاتصال بالخدمة التي تفتح الأبواب.',
    )
    expect(rows.map(portsOf)).toEqual(['denied', 'denied', 'denied', 'tcp 446', 'tcp 447'])
  })

  it('take a condition and what is gone for what they are', () => {
    const rows = read(
      'المنفذ | النقل | ملاحظات',
      '443 | TCP | فقط عند استخدام الأرشيف.',
      '444 | TCP | لم يعد مطلوبًا.',
    )
    expect(rows.map((row) => (typeof row === 'string' ? row : row[0]?.requirement))).toEqual([
      'conditional',
      'legacy',
    ])
  })

  it('have headers that are written with strokes between their letters', () => {
    expect(read('منفـــذ المصدر | منفذ الوجهة | البروتوكول', '1024-65535 | 443 | TCP').map(portsOf)).toEqual([
      'tcp 443',
    ])
  })
})
