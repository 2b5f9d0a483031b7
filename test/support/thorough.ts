/** How much tests try: as much as each change can wait for, or with `THOROUGH=20` twenty times as many inputs, as every night. */

const times = Number(process.env['THOROUGH'] ?? 1)

export const isThorough = times > 1

/** How often a property is tried. */
export const runs = (usual: number): number => usual * times
