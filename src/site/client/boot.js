// Runs in the head of each page, before the first paint: theme, reading mode and density as the reader left them.
{
  const root = document.documentElement
  const query = new URLSearchParams(location.search)
  const choices = {theme: ['light', 'dark'], view: ['translation', 'both', 'english'], density: ['compact']}
  root.classList.add('js')
  for (const [name, values] of Object.entries(choices)) {
    let value = query.get(name)
    try {
      value ??= localStorage.getItem(`portolan-${name}`)
    } catch {
      // Storage can be disabled; then nothing is remembered.
    }
    if (values.includes(value)) root.dataset[name] = value
  }
}
