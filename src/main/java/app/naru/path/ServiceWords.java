package app.naru.path;

import app.naru.forward.Address;
import app.naru.forward.Sentence;
import app.naru.internet.ServiceCheck;

/** What came of asking a checking service, in words. */
public final class ServiceWords {

    private ServiceWords() {}

    /** Returns what it means, and what to do. */
    public static Sentence of(ServiceCheck.Result result) {
        return switch (result) {
            case ServiceCheck.Result.Arrived(ServiceCheck.Visitor visitor) ->
                    Sentence.of(
                            visitor.refused() ? "check.service.refused" : "check.service.arrived",
                            Address.text(visitor.address()));
            case ServiceCheck.Result.NeverArrived(String service) ->
                    Sentence.of("check.service.never", service);
            case ServiceCheck.Result.Unavailable unavailable ->
                    Sentence.of("check.service.unavailable");
        };
    }
}
