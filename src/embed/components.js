/** `portolan/components`: what a page of another Astro site imports. Vite compiles it there; its types are those of `props.ts`. */
export {default as Comparison} from './Comparison.astro'
export {default as PortTable} from './PortTable.astro'
