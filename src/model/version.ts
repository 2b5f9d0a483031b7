/** The version of this program, from its package. */
import info from '../../package.json' with {type: 'json'}

export const programVersion: string = info.version
