package org.steward.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Calls a daemon by XML-RPC over its UNIX socket, one connection a call. Answers are the XML that
 * came, as a test wants to find a word in it and no more.
 */
public final class Rpc {
  /** The sections of a daemon that can be called so, and by its {@code supervisorctl}. */
  public static final String SECTIONS =
      """
      [unix_http_server]
      file=%(here)s/s.sock

      [rpcinterface:supervisor]
      supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface

      [supervisorctl]
      serverurl=unix://%(here)s/s.sock

      """;

  private final Path socket;

  private Rpc(Path socket) {
    this.socket = socket;
  }

  /** The way to a daemon whose configuration has {@link #SECTIONS}. */
  public static Rpc to(Daemon daemon) {
    return new Rpc(daemon.file("s.sock"));
  }

  /** Calls a method that must not answer with a fault. */
  public String call(String method, Object... parameters) {
    String answer = ask(method, parameters);
    if (answer.contains("<fault>")) {
      throw new AssertionError(method + List.of(parameters) + " answered " + answer);
    }
    return answer;
  }

  /** Calls a method; a fault is an answer, too. */
  public String ask(String method, Object... parameters) {
    StringBuilder body = new StringBuilder("<?xml version='1.0'?><methodCall><methodName>");
    body.append(method).append("</methodName><params>");
    for (Object parameter : parameters) {
      body.append("<param><value>").append(value(parameter)).append("</value></param>");
    }
    byte[] bytes =
        body.append("</params></methodCall>").toString().getBytes(StandardCharsets.UTF_8);
    return exchange("POST /RPC2", "Content-Type: text/xml\r\n", bytes);
  }

  /** What the daemon serves under a path, as text. */
  public String get(String path) {
    return exchange("GET " + path, "", new byte[0]);
  }

  private String exchange(String what, String headers, byte[] body) {
    String head =
        "%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n"
            .formatted(what, headers, body.length);
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      channel.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
      channel.write(ByteBuffer.wrap(body));
      byte[] answer = Channels.newInputStream(channel).readAllBytes();
      return new String(answer, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(what + " at " + socket, e);
    }
  }

  private static String value(Object parameter) {
    return switch (parameter) {
      case Integer number -> "<int>" + number + "</int>";
      case Boolean flag -> "<boolean>" + (flag ? 1 : 0) + "</boolean>";
      case Object text ->
          "<string>"
              + text.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
              + "</string>";
    };
  }
}
