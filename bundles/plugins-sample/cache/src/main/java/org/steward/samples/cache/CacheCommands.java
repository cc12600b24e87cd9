package org.steward.samples.cache;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.steward.api.ctl.CtlCommand;

/** The same as commands of {@code supervisorctl}, under the names of the original's. */
@Component(
    property = {
      CtlCommand.NAME + "=cache_clear",
      CtlCommand.NAME + "=cache_count",
      CtlCommand.NAME + "=cache_delete",
      CtlCommand.NAME + "=cache_fetch",
      CtlCommand.NAME + "=cache_keys",
      CtlCommand.NAME + "=cache_store"
    })
public final class CacheCommands implements CtlCommand {
  private final CacheNamespace cache;

  /** Called by Declarative Services. */
  @Activate
  public CacheCommands(@Reference CacheNamespace cache) {
    this.cache = cache;
  }

  @Override
  public String help(String command) {
    return switch (command) {
      case "cache_clear" -> "cache_clear\t\t\tForget all values";
      case "cache_count" -> "cache_count\t\t\tCount the values";
      case "cache_delete" -> "cache_delete <key>\t\tForget the value of a key";
      case "cache_fetch" -> "cache_fetch <key>\t\tShow the value of a key";
      case "cache_keys" -> "cache_keys\t\t\tList the keys";
      default -> "cache_store <key> <value>\tKeep a value under a key";
    };
  }

  @Override
  public Answer run(String command, List<String> arguments) {
    int wanted = help(command).split("<").length - 1;
    if (arguments.size() != wanted) {
      return Answer.failed(help(command));
    }
    switch (command) {
      case "cache_clear" -> cache.clear();
      case "cache_delete" -> cache.delete(arguments.getFirst());
      case "cache_store" -> cache.store(arguments.getFirst(), arguments.getLast());
      case "cache_count" -> {
        return Answer.of("" + cache.getCount());
      }
      case "cache_fetch" -> {
        return Answer.of(cache.fetch(arguments.getFirst()));
      }
      default -> {
        return Answer.of(String.join("\n", cache.getKeys()));
      }
    }
    return Answer.of("");
  }
}
