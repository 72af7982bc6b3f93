package app.naru.text;

import static java.util.Map.entry;

import app.naru.diagnosis.Cause;
import app.naru.diagnosis.Diagnosis;
import app.naru.diagnosis.Reach;
import app.naru.diagnosis.Sureness;
import app.naru.firewall.ExcludedPorts;
import app.naru.firewall.PolicyStore;
import app.naru.firewall.ServiceState;
import app.naru.firewall.WindowsService;
import app.naru.forward.AddressKind;
import app.naru.forward.NetworkProfile;
import app.naru.internet.Origin;
import app.naru.internet.OutsideView;
import app.naru.internet.PublicAddresses;
import app.naru.internet.SourceAnswer;
import app.naru.internet.Standpoint;
import app.naru.internet.WayIn;
import app.naru.path.ForwardStatus;
import app.naru.path.HopKind;
import app.naru.path.HopView;
import app.naru.relay.Failure;
import app.naru.router.Refusal;
import app.naru.server.HostRefusal;
import app.naru.server.ServerKind;
import app.naru.server.UsualServer;
import app.naru.settings.Preferences;
import app.naru.survey.Collector;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.SurveyParts;
import app.naru.survey.WindowsParts;
import app.naru.wsl.NetworkingMode;
import app.naru.wsl.WslInside;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys that sources put together: what they start with, and all that can follow. */
final class KeysPutTogether {

    private static final List<String> WIZARD_PAGES =
            List.of("SERVER", "ADDRESSES", "AUDIENCE", "FIREWALL", "ROUTER", "OPEN", "DONE");

    static final Map<String, List<String>> ALL =
            Map.ofEntries(
                    entry("server.kind.", names(ServerKind.values())),
                    entry("preset.", names(UsualServer.values())),
                    entry("preset.note.", names(UsualServer.values())),
                    entry("learn.group.", List.of("CONCEPTS", "CHECKLISTS")),
                    entry("settings.language.", List.of("system", "ko", "en")),
                    entry("settings.theme.", names(Preferences.Theme.values())),
                    entry("addresses.owner.", List.of("OPEN_FORWARD", "OURS", "OTHERS")),
                    entry("survey.part.", surveyParts()),
                    entry("profile.", profiles()),
                    entry("path.hop.", names(HopKind.values())),
                    entry("path.state.", names(HopView.State.values())),
                    entry("router.address.", names(AddressKind.values())),
                    entry("internet.failure.", names(SourceAnswer.Failure.values())),
                    entry("internet.agreement.", names(PublicAddresses.Agreement.values())),
                    entry("check.page.", List.of("title", "heading", "text")),
                    entry("sample.", List.of("title", "heading", "text")),
                    entry("check.arrived.", names(Origin.values())),
                    entry("internet.way.", names(WayIn.Kind.values())),
                    entry("router.refused.", names(Refusal.Kind.values())),
                    entry("diagnosis.cause.", names(Cause.values())),
                    entry("diagnosis.reach.", names(Reach.Result.values())),
                    entry("diagnosis.framework.", names(HostRefusal.values())),
                    entry("diagnosis.sureness.", names(Sureness.values())),
                    entry("check.sure.", names(Sureness.values())),
                    entry("diagnosis.verdict.", names(Diagnosis.Verdict.values())),
                    entry("diagnosis.unproven.", names(HopKind.values())),
                    entry(
                            "diagnosis.looked.",
                            List.of(
                                    "server",
                                    "front",
                                    "speech",
                                    "door",
                                    "firewall",
                                    "portproxy",
                                    "hyperv",
                                    "router",
                                    "outside",
                                    "device")),
                    entry("diagnosis.fix.blockOf.", List.of("local", "group-policy", "mdm")),
                    entry("forward.failure.", names(Failure.values())),
                    entry("forward.state.", names(ForwardStatus.State.values())),
                    entry("cli.list.state.", names(ForwardStatus.State.values())),
                    entry("cli.survey.kind.", names(NetInterface.Kind.values())),
                    entry("cli.open.closing.", List.of("INTERRUPTED", "TIME_OVER", "ASKED")),
                    entry("wizard.step.", WIZARD_PAGES),
                    entry("wizard.page.", wizardHeadings()),
                    entry(
                            "wizard.router.box.",
                            List.of(
                                    "NAME",
                                    "PROTOCOL",
                                    "EXTERNAL_PORT",
                                    "INTERNAL_ADDRESS",
                                    "INTERNAL_PORT")),
                    entry("cli.firewall.store.", names(PolicyStore.values())),
                    entry("cli.firewall.unreadable.", names(PolicyStore.values())),
                    entry("firewall.service.", names(WindowsService.values())),
                    entry("firewall.serviceState.", names(ServiceState.values())),
                    entry("cli.wsl.mode.", names(NetworkingMode.values())),
                    entry("forwards.order.", List.of("ADDED", "NAME", "STATE")),
                    entry("amount.", List.of("bytes", "kilobytes", "megabytes", "gigabytes")),
                    entry(
                            "firewall.verdict.",
                            List.of(
                                    "allowed.certain",
                                    "allowed.likely",
                                    "blocked.certain",
                                    "blocked.likely")),
                    entry("firewall.words.networks.", profiles()),
                    entry("firewall.decider.rule.", List.of("local", "group-policy", "mdm")),
                    entry(
                            "firewall.decider.",
                            List.of(
                                    "EnableFirewall",
                                    "DisabledInterfaces",
                                    "DoNotAllowExceptions",
                                    "AllowLocalPolicyMerge",
                                    "AuthorizedApplications.AllowUserPrefMerge",
                                    "GloballyOpenPorts.AllowUserPrefMerge",
                                    "DefaultInboundAction",
                                    "DefaultOutboundAction",
                                    "Loopback")));

    private KeysPutTogether() {}

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static List<String> profiles() {
        return Arrays.stream(NetworkProfile.values()).map(NetworkProfile::lowerCase).toList();
    }

    private static List<String> wizardHeadings() {
        return WIZARD_PAGES.stream()
                .flatMap(page -> Stream.of(page + ".title", page + ".lead"))
                .toList();
    }

    private static List<String> surveyParts() {
        return Stream.concat(
                        SurveyParts.of(
                                () -> new Network(List.of(), List.of()),
                                List::of,
                                Optional.empty(),
                                new OutsideView(
                                        Optional::empty,
                                        () -> Standpoint.UNKNOWN,
                                        Clock.systemUTC()))
                                .stream(),
                        WindowsParts.of(
                                () -> WslInside.NOTHING,
                                Map::of,
                                List::of,
                                () -> new ExcludedPorts(List.of(), List.of()),
                                () -> {
                                    throw new IOException("not looked at");
                                })
                                .stream())
                .map(Collector::part)
                .toList();
    }
}
