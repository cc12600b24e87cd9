package org.steward.ctl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scripted server inside the test: answers XML-RPC calls and GETs with what it was told, and
 * notes the calls. A call for which there is no answer gets fault UNKNOWN_METHOD.
 */
public final class FakeServer implements AutoCloseable {

  private static final Pattern PARAM =
      Pattern.compile("<value><(\\w+)>(.*?)</\\1></value>", Pattern.DOTALL);

  /** A fault as an answer. */
  public record FakeFault(int code, String text) {}

  private final ServerSocketChannel listener;
  private final String url;
  private final Thread acceptor;
  private final Map<String, Object> answers = new ConcurrentHashMap<>();
  private final Map<String, String> streams = new ConcurrentHashMap<>();
  private final Map<String, Deque<String>> statuses = new ConcurrentHashMap<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private volatile String authorization = "";
  private volatile int connections;

  private FakeServer(SocketAddress address, String url) throws IOException {
    listener =
        address instanceof UnixDomainSocketAddress
            ? ServerSocketChannel.open(java.net.StandardProtocolFamily.UNIX)
            : ServerSocketChannel.open();
    listener.bind(address);
    this.url =
        listener.getLocalAddress() instanceof InetSocketAddress tcp
            ? "http://127.0.0.1:" + tcp.getPort()
            : url;
    answer("supervisor.getVersion", "3.0");
    acceptor = Thread.ofPlatform().daemon().name("fake-server").start(this::accept);
  }

  public static FakeServer onSocket(Path path) throws IOException {
    return new FakeServer(UnixDomainSocketAddress.of(path), "unix://" + path);
  }

  public static FakeServer onTcp() throws IOException {
    return new FakeServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), "");
  }

  public String url() {
    return url;
  }

  /**
   * Answers a method, or a method with certain arguments as in {@code
   * supervisor.getProcessInfo(cat)}.
   */
  public FakeServer answer(String call, Object value) {
    answers.put(call, value);
    return this;
  }

  public FakeServer fault(String call, int code, String text) {
    return answer(call, new FakeFault(code, text));
  }

  /** Answers a GET with chunks, one for each line, and then ends the connection. */
  public FakeServer stream(String path, String text) {
    streams.put(path, text);
    return this;
  }

  /**
   * Answers the next GETs of a path with statuses, one each, and whatever follows with the last.
   */
  public FakeServer statuses(String path, String... lines) {
    statuses.put(path, new ArrayDeque<>(List.of(lines)));
    return this;
  }

  public FakeServer requirePassword(String user, String password) {
    byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    authorization = "Authorization: Basic " + Base64.getEncoder().encodeToString(credentials);
    return this;
  }

  /** The calls so far, without the version question that comes before most. */
  public List<String> calls() {
    return calls.stream().filter(call -> !call.equals("supervisor.getVersion()")).toList();
  }

  public int connections() {
    return connections;
  }

  /** A process as getAllProcessInfo and getProcessInfo describe it. */
  public static Map<String, Object> process(
      String group, String name, int state, String stateName, int pid, String text) {
    return Map.of(
        "group",
        group,
        "name",
        name,
        "state",
        state,
        "statename",
        stateName,
        "pid",
        pid,
        "description",
        text);
  }

  /** How one process fared under an order to many. */
  public static Map<String, Object> result(
      String group, String name, int status, String description) {
    return Map.of("group", group, "name", name, "status", status, "description", description);
  }

  private void accept() {
    while (listener.isOpen()) {
      try {
        SocketChannel connection = listener.accept();
        connections++;
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(SocketChannel connection) {
    try (connection) {
      for (String head = readHead(connection); !head.isEmpty(); head = readHead(connection)) {
        if (!authorization.isEmpty() && !head.contains(authorization)) {
          write(connection, "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
        } else if (head.startsWith("POST")) {
          write(connection, response(answerTo(read(connection, contentLength(head)))));
        } else {
          sendStream(connection, head.split(" ")[1]);
          return;
        }
      }
    } catch (IOException e) {
      // the client went away, which is its right
    }
  }

  private void sendStream(SocketChannel connection, String path) throws IOException {
    Deque<String> next = statuses.get(path);
    if (next != null) {
      String status = next.size() > 1 ? next.removeFirst() : next.getFirst();
      write(connection, "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    String text = streams.get(path);
    if (text == null) {
      write(connection, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    StringBuilder chunks =
        new StringBuilder("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (String line : text.splitWithDelimiters("(?<=\n)", 0)) {
      if (!line.isEmpty()) {
        int size = line.getBytes(StandardCharsets.UTF_8).length;
        chunks.append(Integer.toHexString(size)).append("\r\n").append(line).append("\r\n");
      }
    }
    write(connection, chunks.toString());
  }

  private String answerTo(String request) {
    String method = request.replaceAll("(?s).*<methodName>(.*?)</methodName>.*", "$1");
    List<String> params = new ArrayList<>();
    for (Matcher param = PARAM.matcher(request); param.find(); ) {
      params.add(values(param.group(2)));
    }
    String call = method + "(" + String.join(", ", params) + ")";
    calls.add(call);
    Object answer = answers.getOrDefault(call, answers.get(method));
    return AnswerXml.of(answer == null ? new FakeFault(1, "UNKNOWN_METHOD") : answer);
  }

  /** The strings of an array with commas in between, and anything else as it is. */
  private static String values(String param) {
    return param
        .replaceAll("</string></value>\\s*<value><string>", ", ")
        .replaceAll("</?(data|value|string)>", "");
  }

  private static String response(String xml) {
    int length = xml.getBytes(StandardCharsets.UTF_8).length;
    return "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: "
        + length
        + "\r\n\r\n"
        + xml;
  }

  private static int contentLength(String head) {
    return Integer.parseInt(head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
  }

  private static String readHead(SocketChannel connection) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      String next = read(connection, 1);
      if (next.isEmpty()) {
        return "";
      }
      head.append(next);
    }
    return head.toString();
  }

  private static String read(SocketChannel connection, int count) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (bytes.size() < count) {
      ByteBuffer buffer = ByteBuffer.allocate(count - bytes.size());
      int read = connection.read(buffer);
      if (read < 0) {
        return "";
      }
      bytes.write(buffer.array(), 0, read);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void write(SocketChannel connection, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      connection.write(bytes);
    }
  }

  /**
   * Ends the listening. The system does so only when the thread that accepts is out of its call.
   */
  @Override
  public void close() throws IOException {
    listener.close();
    try {
      acceptor.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
