{
  const root = document.documentElement
  const query = new URLSearchParams(location.search)
  const choices = {theme: ['light', 'dark'], view: ['translation', 'both', 'english'], density: ['compact']}
  root.classList.add('js')
  for (const name in choices) {
    let value = query.get(name)
    try {
      value ??= localStorage.getItem(`portolan-${name}`)
    } catch {}
    if (choices[name].includes(value)) root.dataset[name] = value
  }
}
