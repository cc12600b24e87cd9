package org.steward.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With --json each action prints one object; the exit statuses are those of the lines. */
class JsonTest extends ServerTest {

  private static final Map<String, Object> CAT =
      FakeServer.process("cat", "cat", 20, "RUNNING", 12, "pid 12, uptime 0:00:09");
  private static final Map<String, Object> WORKER =
      FakeServer.process("g", "w", 0, "STOPPED", 0, "Not started");

  private static final String CAT_RECORD =
      "{'id':'cat:cat','group':'cat','name':'cat','displayName':'cat','state':'RUNNING','pid':12,"
          + "'description':'pid 12, uptime 0:00:09'}";
  private static final String WORKER_RECORD =
      "{'id':'g:w','group':'g','name':'w','displayName':'g:w','state':'STOPPED','pid':0,"
          + "'description':'Not started'}";

  private void reports(int status, String json, String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "--json";
    System.arraycopy(args, 0, all, 1, args.length);
    ctl(all).printed(status, json.replace('\'', '"'));
  }

  @Test
  void statusListsProcesses() {
    server.answer("supervisor.getAllProcessInfo", List.of(CAT, WORKER));
    reports(
        3,
        "{'action':'status','exitStatus':3,'processes':[" + CAT_RECORD + "," + WORKER_RECORD + "]}",
        "status");
    reports(
        4,
        "{'action':'status','exitStatus':4,'processes':["
            + CAT_RECORD
            + "],'messages':['nope: ERROR (no such process)']}",
        "status",
        "cat",
        "nope");
  }

  @Test
  void theOptionMayComeBehindSupervisorsActions() {
    server.answer("supervisor.getPID", 4711);
    ctl("pid", "--json").printed(0, "{\"action\":\"pid\",\"exitStatus\":0,\"pid\":4711}");
    assertThat(ctl("tail", "-f", "cat", "--json").status()).isEqualTo(2);
  }

  @Test
  void whatMethodsAndPluginsAreGivenIsNoOption() {
    server.answer("cache.get(--json)", "kept");
    ctl("cache.get", "--json").printed(0, "kept");
  }

  @Test
  void everythingTheServerTellsOfAProcessHasAField() {
    Map<String, Object> full = new java.util.HashMap<>(CAT);
    full.putAll(
        Map.of("start", 7, "stop", 0, "exitstatus", 0, "spawnerr", "", "stdout_logfile", "/o"));
    full.put("stderr_logfile", "/e");
    server.answer("supervisor.getProcessInfo(cat)", full);
    assertThat(ctl("--json", "pid", "cat").out())
        .contains("\"startedAt\":7,\"stoppedAt\":0,")
        .contains(
            "\"exitStatus\":0,\"spawnError\":\"\",\"stdoutLog\":\"/o\",\"stderrLog\":\"/e\"}");
  }

  @Test
  void ordersListOutcomes() {
    server
        .answer("supervisor.startProcess(cat)", true)
        .fault("supervisor.startProcess(gone)", 20, "NO_FILE: /gone")
        .fault("supervisor.startProcess(cat2)", 60, "ALREADY_STARTED: cat2")
        .fault("supervisor.startProcessGroup(no)", 10, "BAD_NAME: no")
        .answer("supervisor.startProcessGroup(g)", List.of(FakeServer.result("g", "w", 80, "OK")));
    reports(
        2,
        "{'action':'start','exitStatus':2,'outcomes':["
            + "{'id':'cat:cat','order':'start','done':true,'status':'SUCCESS'},"
            + "{'id':'gone:gone','order':'start','done':false,'status':'NO_FILE','detail':'no such file'},"
            + "{'id':'cat2:cat2','order':'start','done':false,'status':'ALREADY_STARTED','detail':'already started'},"
            + "{'id':'g:w','order':'start','done':true,'status':'SUCCESS'},"
            + "{'id':'no:*','order':'start','done':false,'status':'BAD_NAME','detail':'no such group'}]}",
        "start",
        "cat",
        "gone",
        "cat2",
        "g:*",
        "no:*");
  }

  @Test
  void restartTellsOfTheStopAndOfTheStart() {
    server
        .fault("supervisor.stopProcess(cat)", 70, "NOT_RUNNING: cat")
        .answer("supervisor.startProcess(cat)", true);
    reports(
        0,
        "{'action':'restart','exitStatus':0,'outcomes':["
            + "{'id':'cat:cat','order':'stop','done':false,'status':'NOT_RUNNING','detail':'not running'},"
            + "{'id':'cat:cat','order':'start','done':true,'status':'SUCCESS'}]}",
        "restart",
        "cat");
  }

  @Test
  void theDaemonsOwnFiguresAreMembers() {
    server.answer("supervisor.getPID", 4711).answer("supervisor.getSupervisorVersion", "4.3.0");
    reports(0, "{'action':'pid','exitStatus':0,'pid':4711}", "pid");
    reports(0, "{'action':'version','exitStatus':0,'version':'4.3.0'}", "version");
  }

  @Test
  void configurationActionsListChanges() {
    server
        .answer(
            "supervisor.reloadConfig",
            List.of(List.of(List.of("new"), List.of("other"), List.of("old"))))
        .answer("supervisor.stopProcessGroup", List.of())
        .answer("supervisor.removeProcessGroup", true)
        .answer("supervisor.addProcessGroup", true)
        .fault("supervisor.addProcessGroup(there)", 90, "ALREADY_ADDED: there");
    reports(
        0,
        "{'action':'reread','exitStatus':0,'changes':["
            + "{'name':'new','change':'added','done':false},"
            + "{'name':'old','change':'removed','done':false},"
            + "{'name':'other','change':'changed','done':false}]}",
        "reread");
    reports(
        0,
        "{'action':'update','exitStatus':0,'changes':["
            + "{'name':'old','change':'removed','done':true},"
            + "{'name':'other','change':'changed','done':true},"
            + "{'name':'new','change':'added','done':true}]}",
        "update");
    reports(
        0,
        "{'action':'add','exitStatus':0,'changes':["
            + "{'name':'there','change':'added','done':false,'detail':'process group already active'}]}",
        "add",
        "there");
  }

  @Test
  void availListsWhatIsConfigured() {
    server.answer(
        "supervisor.getAllConfigInfo",
        List.of(
            Map.of(
                "group",
                "g",
                "name",
                "w",
                "inuse",
                true,
                "autostart",
                false,
                "group_prio",
                5,
                "process_prio",
                999,
                "command",
                "/bin/cat")));
    reports(
        0,
        "{'action':'avail','exitStatus':0,'processes':[{'id':'g:w','group':'g','name':'w',"
            + "'displayName':'g:w','inUse':true,'autostart':false,'groupPriority':5,'priority':999,"
            + "'command':'/bin/cat'}]}",
        "avail");
  }

  @Test
  void methodsOfTheServerGiveTheirAnswers() {
    server.answer("supervisor.getState", Map.of("statecode", 1));
    reports(
        0,
        "{'action':'supervisor.getState','exitStatus':0,'answer':{'statecode':1}}",
        "supervisor.getState");
  }

  @Test
  void whateverElseIsSaidIsAMessage() {
    server.answer("supervisor.readProcessStdoutLog", "a\t\"b\"\n\u0001");
    CtlRun run = ctl("--json", "tail", "cat");
    assertThat(run.out())
        .isEqualTo(
            "{\"action\":\"tail\",\"exitStatus\":0,\"messages\":[\"a\\t\\\"b\\\"\\n\\u0001\"]}\n");
    assertThat(ctl("--json", "bogus").out())
        .contains("\"messages\":[\"*** Unknown syntax: bogus\"]");
    assertThat(CtlRun.of("--json", "-s", "unix:///nowhere.sock", "status").out())
        .startsWith(
            "{\"action\":\"status\",\"exitStatus\":4,\"messages\":[\"unix:///nowhere.sock no such file\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--json",
        "--json -i status",
        "--json fg cat",
        "--json tail -f cat",
        "-j maintail -f"
      })
  void whatHasNoEndHasNoReport(String line) {
    CtlRun run = CtlRun.of(line.split(" "));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("Error: option --json ");
  }
}
