package app.naru.router;

import app.naru.router.Refusal.Kind;

/** What the three protocols' result codes mean. */
final class ResultCodes {

    private ResultCodes() {}

    /** RFC 6887 section 7.4. */
    static Kind pcp(int result) {
        return switch (result) {
            case 1 -> Kind.OTHER_VERSION;
            case 2 -> Kind.FORBIDDEN;
            case 3, 5, 6 -> Kind.NOT_UNDERSTOOD;
            case 4, 9 -> Kind.NOT_OFFERED;
            case 7 -> Kind.NOT_CONNECTED;
            case 8, 13 -> Kind.FULL;
            case 10 -> Kind.QUOTA;
            case 11 -> Kind.PORT_TAKEN;
            case 12 -> Kind.ADDRESS_MISMATCH;
            default -> Kind.OTHER;
        };
    }

    /** RFC 6886 section 3.5. */
    static Kind natPmp(int result) {
        return switch (result) {
            case 1 -> Kind.OTHER_VERSION;
            case 2 -> Kind.FORBIDDEN;
            case 3 -> Kind.NOT_CONNECTED;
            case 4 -> Kind.FULL;
            case 5 -> Kind.NOT_OFFERED;
            default -> Kind.OTHER;
        };
    }

    /**
     * UPnP Device Architecture 2.0 section 3.2.2 (401 to 699) and WANIPConnection:2 section 2.6
     * (from 700).
     */
    static Kind upnp(int code) {
        return switch (code) {
            case 401, 602 -> Kind.NOT_OFFERED;
            case 402, 600, 601, 605, 612, 613, 733 -> Kind.NOT_UNDERSTOOD;
            case 501, 703, 704, 705, 706 -> Kind.NOT_CONNECTED;
            case 603, 728 -> Kind.FULL;
            case 604, 606, 607, 731 -> Kind.FORBIDDEN;
            case 713, 714, 730 -> Kind.NOT_OURS;
            case 718, 729 -> Kind.PORT_TAKEN;
            case 715, 716, 724, 725, 726, 727, 732 -> Kind.NOT_LIKE_THIS;
            default -> Kind.OTHER;
        };
    }
}
