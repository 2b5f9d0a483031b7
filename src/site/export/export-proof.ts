/** What reads a file back that the form wrote, and proves it, as a script of its own: its parsers would keep the form waiting. */
import type {Reader} from '../../firewall/export-types.ts'
import {ProofError, provedFile} from '../../firewall/proof/proved-file.ts'
import {lookUp} from '../../text/look-up.ts'

/** By the path of their files, in whose folders the targets are. */
const modules = import.meta.glob<{read: Reader}>('../../firewall/targets/*/read.ts', {eager: true})

const readerOf = (id: string): Reader | undefined =>
  lookUp(modules, `../../firewall/targets/${id}/read.ts`)?.read

const proof = {provedFile, ProofError, readerOf}

export type ExportProof = typeof proof

Object.assign(globalThis, {portolanExportProof: proof})
