import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from "@vitest/expect";

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
const expect = Object.assign((value) => chai.expect(value), chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);
setState({assertionCalls: 0, isExpectingAssertions: false, testPath: ""}, expect);

/** As much of vitest's interface as the tests of deidentification use; `tests` grows as they tell of themselves. */
export function testInterface() {
  const tests = [];
  const names = [];
  const after = [];
  const it = (name, run) => tests.push({name: [...names, name].join(" > "), run, after: [...after]});
  const describe = (name, body) => {
    const outer = after.length;
    names.push(name);
    body();
    names.pop();
    after.length = outer;
  };
  const withEach = (tell) => (cases) => (name, body) =>
    cases.forEach((given, at) => {
      const values = Array.isArray(given) ? given : [given];
      tell(`${name} [${at}]`, () => body(...values));
    });
  it.each = withEach(it);
  describe.each = withEach(describe);
  const afterEach = (clear) => after.push(clear);
  return {tests, vitest: {describe, it, test: it, expect, afterEach, afterAll: () => undefined}};
}
