// calls.js PORT SOCKET USER PASSWORD: the same questions by node-supervisord over TCP and by xmlrpc over
// the UNIX socket. Times and process ids are left out.
const { SupervisordClient } = require("node-supervisord");
const { createClient } = require("xmlrpc");

const [port, socketPath, username, password] = process.argv.slice(2);
const tcp = new SupervisordClient(`http://127.0.0.1:${port}`, { username, password });
const unix = createClient({ socketPath, path: "/RPC2" });

const varying = ["start", "stop", "now", "pid", "description", "logfile", "stdout_logfile", "stderr_logfile", "directory"];
const general = (key, value) => (varying.includes(key) ? typeof value : value);

async function show(what, answer) {
  try {
    console.log(what, JSON.stringify(await answer, general));
  } catch (error) {
    console.log(what, "fault", error.faultCode, error.faultString);
  }
}

const overUnix = (method, ...params) =>
  new Promise((resolve, reject) =>
    unix.methodCall(method, params, (error, value) => (error ? reject(error) : resolve(value))));

(async () => {
  for (const [method, ...params] of [
    ["getAPIVersion"], ["getVersion"], ["getIdentification"], ["getState"], ["getAllProcessInfo"],
    ["getProcessInfo", "umlauts"], ["getProcessInfo", "nope"],
    ["startProcess", "late", true], ["startProcess", "late", 1], ["startProcess", "missing", true],
    ["startProcessGroup", "pair", true], ["signalProcess", "cat", "CONT"], ["signalProcess", "cat", 18],
    ["sendProcessStdin", "cat", "grüße\n"], ["sendRemoteCommEvent", "type", "data"],
    ["readProcessStdoutLog", "talk", 0, 0], ["readProcessStdoutLog", "umlauts", -1000, 0],
    ["tailProcessStdoutLog", "talk", 0, 0], ["tailProcessStdoutLog", "talk", 3, 100],
    ["clearProcessLogs", "talk"], ["stopProcess", "late", true], ["stopProcessGroup", "nope", true],
    ["reloadConfig"], ["addProcessGroup", "cat"], ["removeProcessGroup", "cat"],
  ]) {
    await show(`tcp ${method} ${params}`, tcp[method](...params));
    await show(`unix ${method} ${params}`, overUnix(`supervisor.${method}`, ...params));
  }
  await show("multicall", overUnix("system.multicall", [
    { methodName: "supervisor.getState", params: [] },
    { methodName: "supervisor.getProcessInfo", params: ["nope"] },
  ]));
})();
