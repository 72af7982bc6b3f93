package app.naru.survey;

import app.naru.survey.NetInterface.Kind;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Tells what kind an interface of Linux is: first by what the kernel says under {@code
 * /sys/class/net} (Documentation/ABI/testing/sysfs-class-net), then by its name.
 */
final class LinuxInterfaceKinds {

    /** A name that says what the interface is, whoever made it. */
    private record NamedKind(Pattern name, Kind kind) {}

    private static final List<NamedKind> BY_NAME =
            List.of(
                    named("lo", Kind.LOOPBACK),
                    named(
                            "(docker|br-|veth|virbr|vnet|vmnet|vboxnet|lxcbr|lxdbr|podman|cni|cali"
                                    + "|flannel|dummy|ifb).*",
                            Kind.VIRTUAL),
                    named("(tun|tap|wg|tailscale|zt|ppp|ipsec|nordlynx|sit|gre).*", Kind.TUNNEL),
                    // Within a network namespace or a container the LAN's own interface is one end
                    // of a veth pair: the name that it was given counts, not what it is made of.
                    named("(eth|en|bond|team).*", Kind.ETHERNET),
                    named("wl.*", Kind.WIFI),
                    named("(ww|rmnet).*", Kind.MOBILE));

    /** Containers come and go, each with an interface of its own. */
    private static final int MOST_KNOWN = 1_000;

    private final Path classNet;

    /** An interface stays what it is as long as it keeps its number and its name. */
    private final Map<Named, Kind> known = new ConcurrentHashMap<>();

    private record Named(int index, String name) {}

    /**
     * @param sys where the sys filesystem is mounted: {@code /sys}
     */
    LinuxInterfaceKinds(Path sys) {
        this.classNet = sys.resolve("class/net");
    }

    /** Returns the kind of the interface of that number and name. */
    Kind of(int index, String name) {
        Path folder = classNet.resolve(name);
        if (Files.isDirectory(folder.resolve("bridge"))) {
            return bridge(folder);
        }
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(new Named(index, name), unknown -> look(folder, name));
    }

    private static Kind look(Path folder, String name) {
        return bySystem(folder).or(() -> byName(name)).orElseGet(() -> byDevice(folder));
    }

    private static Optional<Kind> bySystem(Path folder) {
        if (Files.exists(folder.resolve("tun_flags"))) {
            return Optional.of(Kind.TUNNEL);
        }
        if (Files.exists(folder.resolve("wireless")) || Files.exists(folder.resolve("phy80211"))) {
            return Optional.of(Kind.WIFI);
        }
        return byHardwareType(text(folder.resolve("type")))
                .or(() -> byDeviceType(text(folder.resolve("uevent"))));
    }

    /** ARPHRD_… of {@code linux/if_arp.h}. */
    private static Optional<Kind> byHardwareType(String type) {
        return switch (type.strip()) {
            case "772" -> Optional.of(Kind.LOOPBACK);
            case "512", "768", "769", "776", "778", "823", "65534" -> Optional.of(Kind.TUNNEL);
            case "519", "530" -> Optional.of(Kind.MOBILE);
            default -> Optional.empty();
        };
    }

    private static Optional<Kind> byDeviceType(String uevent) {
        return uevent.lines()
                .filter(line -> line.startsWith("DEVTYPE="))
                .map(line -> line.substring("DEVTYPE=".length()))
                .flatMap(type -> deviceType(type).stream())
                .findFirst();
    }

    private static Optional<Kind> deviceType(String type) {
        return switch (type) {
            case "wlan" -> Optional.of(Kind.WIFI);
            case "wwan" -> Optional.of(Kind.MOBILE);
            case "wireguard", "ppp" -> Optional.of(Kind.TUNNEL);
            case "vxlan", "geneve" -> Optional.of(Kind.VIRTUAL);
            case "bond", "vlan", "macvlan", "ipvlan" -> Optional.of(Kind.ETHERNET);
            default -> Optional.empty();
        };
    }

    /**
     * A bridge with the network card in it carries the PC's own LAN address, as where virtual
     * machines share the network; a bridge of virtual interfaces alone is Docker's or libvirt's.
     */
    private Kind bridge(Path folder) {
        try (DirectoryStream<Path> members = Files.newDirectoryStream(folder.resolve("brif"))) {
            for (Path member : members) {
                if (Files.exists(classNet.resolve(member.getFileName()).resolve("device"))) {
                    return Kind.ETHERNET;
                }
            }
        } catch (IOException noMembersToBeSeen) {
            return Kind.VIRTUAL;
        }
        return Kind.VIRTUAL;
    }

    private static Optional<Kind> byName(String name) {
        return BY_NAME.stream()
                .filter(each -> each.name().matcher(name).matches())
                .map(NamedKind::kind)
                .findFirst();
    }

    private static Kind byDevice(Path folder) {
        if (Files.exists(folder.resolve("device"))) {
            return Kind.ETHERNET;
        }
        return Files.exists(folder) ? Kind.VIRTUAL : Kind.OTHER;
    }

    private static NamedKind named(String pattern, Kind kind) {
        return new NamedKind(Pattern.compile(pattern), kind);
    }

    /** An interface may go away at any moment, and not every kernel tells everything. */
    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException notTold) {
            return "";
        }
    }
}
