/**
 * The languages whose words Portolan knows: one folder here and one line below each, in the order of their tags.
 * The other files of a folder (`lexicon.json`, `interface.json`, …) need no line: who needs one looks whether it is there.
 */
export {default as ar} from './ar-SA/words.json' with {type: 'json'}
export {default as de} from './de-DE/words.json' with {type: 'json'}
export {default as en} from './en/words.json' with {type: 'json'}
export {default as es} from './es-ES/words.json' with {type: 'json'}
export {default as fr} from './fr-FR/words.json' with {type: 'json'}
export {default as it} from './it-IT/words.json' with {type: 'json'}
export {default as ja} from './ja-JP/words.json' with {type: 'json'}
export {default as ko} from './ko-KR/words.json' with {type: 'json'}
export {default as ptBR} from './pt-BR/words.json' with {type: 'json'}
export {default as ru} from './ru-RU/words.json' with {type: 'json'}
export {default as zhCN} from './zh-CN/words.json' with {type: 'json'}
export {default as zhTW} from './zh-TW/words.json' with {type: 'json'}
