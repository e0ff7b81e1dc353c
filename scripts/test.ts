/** `npm test`: every check and every test; `npm test -- types domain` runs the named steps alone. */
import { CommandFault, command, onStopRequest } from './portal/command';
import { STEPS } from './testing/steps';

await command(async () => {
  onStopRequest(async () => process.exit(130));
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !STEPS.some((step) => step.name === name));
  if (unknown) throw new CommandFault(`Нет шага «${unknown}»; есть ${STEPS.map((step) => step.name).join(', ')}.`);
  let passed = 0;
  let failed = 0;
  for (const { name, heading, run } of STEPS) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`\n=== ${heading} (${name}) ===`);
    const began = Date.now();
    const tally = await run();
    passed += tally.passed;
    failed += tally.failed;
    console.log(
      `--- ${name}: ${tally.passed} passed, ${tally.failed} failed, ${Math.round((Date.now() - began) / 1000)} с`,
    );
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) process.exit(1);
  process.exit(0);
});
