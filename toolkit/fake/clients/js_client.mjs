// Calls operations with @aws-sdk/client-ivs, as the lines of standard input order; see run.py.
// The argument is the folder with node_modules.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const sdk = createRequire(`${process.argv[2]}/`)("@aws-sdk/client-ivs");
const client = new sdk.IvsClient({});

const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

// The client takes times as dates.
const revive = (_, value) => (isTime.test(value) ? new Date(value) : value);

// Returns a parsed value as JSON has it.
const plain = (value) => {
  if (value instanceof Date) return value.toISOString().replace(/\.?0*Z$/, "Z");
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
};

const call = async ({ operation, input }) => {
  const Command = sdk[`${operation}Command`];
  if (Command === undefined) return { unknown: true };
  try {
    const { $metadata, ...output } = await client.send(new Command(input));
    return { output: plain(output) };
  } catch (error) {
    if (!(error instanceof sdk.IvsServiceException)) return { failure: `${error}` };
    const message = error.exceptionMessage ?? error.message;
    return { error: { code: error.name, message, status: error.$metadata.httpStatusCode } };
  }
};

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await call(JSON.parse(line, revive))));
}
