/** Keeps the deprecations and experiments of libraries off the screen: they are no news to whoever runs a program. */
process.removeAllListeners('warning');
process.on('warning', (warning) => {
  if (!/Deprecation|ExperimentalWarning/.test(warning.name)) process.stderr.write(`${warning.name}: ${warning.message}\n`);
});
