package app.naru.server;

import java.util.Optional;

/**
 * A program that runs on this PC.
 *
 * @param name the executable's file name, as the task manager shows it
 * @param path the executable's whole path, where the system tells it
 * @param commandLine the command with its arguments, where the system tells it; otherwise empty
 */
public record Program(long pid, String name, Optional<String> path, String commandLine) {}
