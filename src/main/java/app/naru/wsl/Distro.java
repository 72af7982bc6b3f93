package app.naru.wsl;

/**
 * An installed distribution.
 *
 * @param id its registry key, {@code {GUID}}
 * @param version 1 or 2
 */
public record Distro(String id, String name, int version, boolean isDefault) {}
