/**
 * All that is said about documents and files beside findings: what each id means and what to do. `docs/diagnostics.md` is made
 * from here, and an id that is not here does not compile.
 */

const documents = {
  'active-content': 'A table holds a script, a style or an event handler. It is never published. Remove it.',
  'assumed-language':
    'Nothing states the language of these documents, so it was taken from their text. Name it in the front matter, the path or the configuration.',
  'broken-tag': 'A tag of HTML is not closed, and was read as text. Close it and its quotes.',
  'broken-yaml': 'The front matter is no valid YAML; only its plain lines were read. Mend it.',
  'cut-utf16': 'A file in UTF-16 ends in the middle of a character. Save it again.',
  'duplicate-key': 'The front matter states a key twice. Remove one.',
  'empty-file': 'A document or a file of translations holds nothing. Fill it, or remove it.',
  'internal-error':
    'A mistake of Portolan: a document, a page or a check failed, and the rest went on. Report it, with what `PORTOLAN_DEBUG=1` prints.',
  'invalid-utf8': 'A document holds bytes that are not UTF-8. They are shown as U+FFFD. Save it as UTF-8.',
  'left-out-markup':
    'Markup of a documentation system was left out. Look whether the page misses a part that is drawn from elsewhere.',
  'linked-document':
    'A document is a symbolic link. One that leads to a document elsewhere is read there, and `fix` leaves it alone where that is outside of the folders that it was given; one to a document that is read anyway is not read twice; one to a folder is not followed: name the folder as well. Remove a link that leads nowhere.',
  'lost-row': 'A row of a table was not read as a row. Its text stays as a paragraph. Write it as one.',
  'missing-source': 'A cell or unit has a translation, but no English. Add it.',
  'missing-target': 'A cell or unit has English, but no translation. Add it.',
  'nested-table':
    'A table stands inside a cell. It was read as a table of its own. Move it below the outer one.',
  'no-free-character':
    'The document uses every character that could mark a place, so some cells may be read wrongly. Split it.',
  'no-header': 'A table has no header; its columns were read by their cells. Add a header.',
  'no-locale':
    'Nothing tells the language of a document, so its rows are not published. Name it in the front matter, the path or the configuration.',
  'no-title': 'A document has neither a title nor a heading, and got the name of its file. Add a title.',
  'no-translation-type': 'The front matter says neither HT nor MT. Correct `ms.translationtype`.',
  'nul-byte': 'A text holds the character NUL, which is left out. Remove it.',
  'row-outside-table':
    'A row or cell stands outside of a table. It was read as a table of its own. Restore the table.',
  'text-outside-cell':
    'Text stands between the cells of a table, and was kept as a paragraph. Put it into a cell.',
  'too-deep':
    'Elements are nested so deep that nobody wrote them; the inner tags were left out. Flatten them.',
  'too-long': 'A cell or tag is longer than any page holds; the rest was left out. Split it.',
  'too-much-prose': 'A document has more paragraphs than are read; the rest was left out. Split it.',
  'unclosed-code': 'A block of code does not end, so the rest of the document is code. Close it.',
  'unclosed-comment': 'A comment does not end, and was read as text. Close it.',
  'unclosed-front-matter': 'The front matter does not end. Close it with a line of three hyphens.',
  'unclosed-span': 'A cell leaves a `<span>` open. Close it.',
  'unclosed-table': 'A table does not end; the rows before the end were read. Close it.',
  'unequal-rows': 'Rows of a table have different numbers of cells. Add the missing ones.',
  'unknown-date': 'A date cannot be read; the document counts as older than others. Write it as 2026-01-31.',
  'unknown-locale':
    'A language is no tag of BCP 47, or one whose headers of tables are not known. Correct the tag, or add the language.',
  'unreadable-file': 'A document could not be read. Look whether it is there, and whether you may read it.',
  utf16: 'A document is in UTF-16, and was read as such. Nothing has to be done.',
  'wide-span': 'A cell spans more columns or rows than a table holds. Lower its `colspan` or `rowspan`.',
  'unresolved-include':
    'A page includes a file that was not found, lies outside of the workspace, includes itself, or does not fit; or a cell has a mark whose text is not known. Rows whose facts depend on it are refused. Name the folder that holds it, or write the text into the cell.',
} as const

const topics = {
  'extra-column':
    'A translation has a column that the English does not have. Its cells are left out. Compare the two tables.',
  'extra-row': 'A translation has a row that the English does not have any more. Translate the page anew.',
  'extra-table':
    'A translation has a table that the English does not have any more. Translate the page anew.',
  'missing-row': 'The English has a row that the translation does not have. Translate it.',
  'missing-table': 'The English has a table that the translation does not have. Translate it.',
  'included-document':
    'A document without a title of its own is included by others, and is no page. Give it a title if it is one.',
  'moved-document':
    'A translation stands at another path than its English, and was paired by its name. Nothing has to be done where that is right.',
  'same-asset-id':
    'Two documents have one asset id, but differ in title and tables; they are two topics. Correct the id.',
  'superseded-edition':
    'A newer edition of the same document is published instead of this one. Nothing has to be done.',
  'unknown-topic':
    'The configuration names a topic that there is not. Take it out, or write it as the address of its page has it.',
} as const

const rows = {
  'denied-row':
    'A row says that its port is not to be opened, so it gives no rule. Say so in its words if it is to be.',
  'no-port': 'A row of a table of ports states none. Write its ports as numbers, if it has any.',
  'struck-out-row': 'A row is struck out, so it gives no rule. Remove it, or what strikes it out.',
  'unknown-action':
    'An action was not understood, so the row gives no rule. Write “allow” or “deny”, in its language.',
  'unknown-purpose':
    'It was not understood what a table is for, so its rows give no rules. Say it in its heading.',
  'unread-list':
    'Items of a list, or of a table in a form that is not read, name ports, and give no rules. Write them as a table of Markdown or HTML.',
  'unread-table':
    'A table has a header for ports, and none of its cells could be read as one. Write its ports as numbers.',
  'unread-column': 'A column was not understood, and its cells were not read. Name it by a common header.',
  'unreadable-cell':
    'A cell was not understood, so its row gives no rule. The message says what it holds; write it otherwise.',
} as const

const corrections = {
  'check-timeout': 'A cell took too long to check. It is published as found. Shorten it.',
  'decision-unused': 'A decision of a reviewer matches no cell any more. Correct its text, or remove it.',
  'fix-not-byte-exact':
    'A document changed while it was corrected, or holds bytes that are no text. Run `fix` once more.',
  'fix-not-safe':
    'The cell would not read as its correction after it was written, so it was left. Correct it by hand.',
  'fix-not-writable': 'The text of the cell stands elsewhere, such as in an include. Correct it by hand.',
  'fix-not-written': 'A file could not be written. The hint says why; all others are whole.',
  'fix-outside':
    'A document is a link that leads out of the folders that `fix` was given. Correct the file where it is, by its own name.',
  'fix-overlaps': 'Two corrections change the same place. Run `fix` once more.',
  'prose-not-written': 'A corrected sentence was not found in its document. Correct it by hand.',
  'term-forbids-itself':
    'An entry of the termbase approves a word and forbids it, too. Take one of them out.',
  'term-repeated': 'An entry of the termbase stands twice. Remove one.',
  'waiver-expired': 'A waiver has expired. Correct what it covers, or extend it with a new reason.',
  'waiver-unused': 'A waiver covers no finding. Remove it.',
  'words-of-another-locale':
    'A file of terms or decisions is named after another language than it states. Correct one of the two.',
  'words-unreadable':
    'A file of terms or decisions is broken, and was left out. The message says where. Correct it.',
} as const

const unitFiles = {
  'conflicting-translations': 'A file has two translations for one text. Make them equal.',
  'empty-target': 'A unit has no translation. Translate it, or leave it out.',
  'english-inferred':
    'The English of a unit was only inferred, so its translation decides nothing. Give the document its English.',
  'english-target': 'The target language of a unit is English. Name another one.',
  'import-finding':
    'A translation fails a check. A critical one is refused unless `--force` is given. Correct it.',
  'line-too-long': 'A line or an entry is too long to be read. Write one unit a line.',
  'locale-without-data':
    'No words of a language are known; its units are checked by their facts. Nothing has to be done.',
  'malformed-csv': 'A record of CSV is broken. Mend its quotes.',
  'malformed-json': 'A line is no JSON. Write one object a line.',
  'no-units': 'A file of translations holds none. Look whether it was written whole.',
  'malformed-po': 'An entry of PO is broken. Mend its quotes.',
  'malformed-xml': 'A file is no well-formed XML; what follows was not read. Mend it at the place.',
  'memory-full':
    'There are more translations than are learnt from; all were checked. Nothing has to be done.',
  'missing-date': 'A decision needs a date, and the file tells none. Give it with `--date`.',
  'missing-field': 'A unit or a table of units lacks a field that is needed. Add it.',
  'not-to-be-translated':
    'A unit is marked as not to be translated, but has another text. Take the mark out, or the text.',
  'term-not-approved': 'A concept has forbidden terms only. Mark one as preferred.',
  'text-too-long': 'A unit is longer than any cell. Split it.',
  unfinished: 'A translation is not finished, and was left. Finish it, or take it with `--accept`.',
  'unknown-source': 'No document has the English of a unit. Export again, and repeat the edit.',
  'unproven-english':
    'The English of these units was inferred, or written before 0.2, so it proves nothing. Give it anew.',
  'wrong-root': 'A file is XML of another kind. Give a file of a supported format.',
} as const

const interfaces = {
  'interface-english': 'A text of the interface is the English one. Translate it.',
  'interface-extra': 'The interface has no text of this key. Correct the key, or remove the line.',
  'interface-long': 'A label is far longer than the English one and may not fit. Shorten it.',
  'interface-missing': 'A text of the interface is not there; the English one is shown. Translate it.',
  'interface-parts': 'A text has another number of parts than the English one. Keep the bars between them.',
  'interface-place': 'A text has other places in braces than the English one. Keep each of them as it is.',
  'interface-plural': 'A text with a number lacks a form that the language needs. Add it.',
} as const

/** In the order of a run, by what they are about. */
export const diagnosticGroups = [
  {title: 'Documents', ids: documents},
  {title: 'Topics and their English', ids: topics},
  {title: 'Rows', ids: rows},
  {title: 'Checks, corrections and decisions', ids: corrections},
  {title: 'Files of units and terms', ids: unitFiles},
  {title: 'Texts of the interface', ids: interfaces},
] as const satisfies readonly {title: string; ids: Readonly<Record<string, string>>}[]

type KeysOf<T> = T extends unknown ? keyof T : never

export type DiagnosticId = KeysOf<(typeof diagnosticGroups)[number]['ids']>
