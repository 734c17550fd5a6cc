// Loaded before a program (node --import): tells on standard error how much memory it had at the most.
process.on('exit', () => {
  process.stderr.write(`peak-memory ${process.resourceUsage().maxRSS * 1024}\n`)
})
