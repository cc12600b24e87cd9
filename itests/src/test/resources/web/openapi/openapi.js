// openapi.js URL GROUP NAME: checks the API's description there against OpenAPI's own schema, then asks for all it
// describes about that process and checks each answer against the description. Says what it checked, a line each,
// and on stderr what is wrong.

import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv from "ajv/dist/2020.js";

const [url, group, name] = process.argv.slice(2);
const base = `${url}/api/v1`;
const JSON_TYPE = "application/json";
const PROBLEM_TYPE = "application/problem+json";

// What is posted, in an order in which each can be done.
const DEEDS = [
  ["/processes/{group}/{name}/stop", {}],
  ["/processes/{group}/{name}/start", { await: true }],
  ["/processes/{group}/{name}/restart"],
  ["/processes/{group}/{name}/signal", { signal: "CONT" }],
  ["/processes/{group}/{name}/clear-logs", {}],
  ["/processes/{group}/{name}/stdin", { text: "hello\n" }],
  ["/selection/stop", { processes: [`${group}:${name}`, "no:such"] }],
  ["/selection/start", { processes: [`${group}:${name}`] }],
  ["/selection/restart", { processes: [`${group}:${name}`], await: false }],
  ["/selection/signal", { processes: [`${group}:${name}`], signal: "WINCH" }],
  ["/selection/clear-logs", { all: true }],
  ["/groups/{group}/restart", {}],
  ["/groups/{group}/signal", { signal: "18" }],
  ["/groups/{group}/clear-logs", {}],
  ["/groups/{group}/stop", {}],
  ["/groups/{group}/start", {}],
  ["/groups/{group}/stop", {}],
  ["/groups/{group}/remove", {}],
  ["/groups/{group}/add", {}],
  ["/config/reread", {}],
  ["/config/update", { groups: [group] }],
  ["/events", { kind: "greeting", data: "hello" }],
  ["/daemon/clear-log", {}],
];

// What ends the daemon that is to answer.
const ENDS_ALL = ["/daemon/restart", "/daemon/upgrade", "/daemon/shutdown"];

function say(...words) {
  console.log(words.join(" "));
}

function complain(what, why) {
  console.error(what, JSON.stringify(why, null, 1));
  process.exitCode = 1;
}

const fetched = await fetch(`${base}/openapi.json`);
const description = await fetched.json();
const verdict = await new Validator().validate(structuredClone(description));
if (verdict.valid) {
  say("description", description.openapi);
} else {
  complain("the description is no OpenAPI", verdict.errors);
}

// What an answer holds beyond its description is as wrong as what it lacks.
const known = (schema) => JSON.parse(JSON.stringify(schema).replaceAll("#/components/schemas/", "api:#/$defs/"));
const records = known(description.components.schemas);
for (const record of Object.values(records)) {
  record.additionalProperties = false;
}
const ajv = new Ajv({ strict: true, allErrors: true });
ajv.addSchema({ $id: "api:", $defs: records });
const validator = (schema) => ajv.compile(known(schema));

const media = (answer) => (answer.headers.get("content-type") ?? "").split(";")[0];

async function check(what, answer, content) {
  const type = media(answer);
  const described = content[type];
  if (!described) {
    complain(what, { type, status: answer.status, text: await answer.text() });
  } else if (type === JSON_TYPE || type === PROBLEM_TYPE) {
    const body = await answer.json();
    const valid = validator(described.schema);
    if (valid(body)) {
      say(what, answer.status, type, Array.isArray(body) ? body.length : "object");
    } else {
      complain(what, { errors: valid.errors, body });
    }
  } else {
    const first = await answer.body.getReader().read();
    say(what, answer.status, type, first.value.length > 0 ? "text" : "nothing");
  }
}

function address(path) {
  const values = { group, name, stream: "stdout" };
  return base + path.replaceAll(/{(\w+)}/g, (all, hole) => values[hole] ?? all);
}

async function ask(method, path, body, expected = 200) {
  const operation = description.paths[path]?.[method.toLowerCase()];
  const what = `${method} ${path}`;
  if (!operation) {
    complain(what, "is not described");
    return;
  }
  const ending = new AbortController();
  const answer = await fetch(address(path), {
    method,
    signal: ending.signal,
    headers: body ? { "content-type": JSON_TYPE } : {},
    body: body && JSON.stringify(body),
  });
  if (body && operation.requestBody) {
    const valid = validator(operation.requestBody.content[JSON_TYPE].schema);
    if (!valid(body)) {
      complain(`${what} as described does not take`, { body, errors: valid.errors });
    }
  }
  if (answer.status !== expected) {
    complain(what, { status: answer.status, text: await answer.text() });
  } else {
    const response = operation.responses[answer.status] ?? operation.responses.default;
    await check(what, answer, response.content);
  }
  ending.abort();
}

for (const [path, operations] of Object.entries(description.paths)) {
  if (operations.get) {
    await ask("GET", path);
  }
}
const done = new Set();
for (const [path, body] of DEEDS) {
  await ask("POST", path, body);
  done.add(path);
}
for (const [path, operations] of Object.entries(description.paths)) {
  if (operations.post && !done.has(path) && !ENDS_ALL.includes(path)) {
    complain(`POST ${path}`, "is not tried");
  }
}
// Refused where the process is there already, and so described by the default answer.
await ask("POST", "/groups/{group}/add", {}, 409);
