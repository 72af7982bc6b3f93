package app.naru.diagnosis;

import java.util.List;

/** Looks for the causes of one hop. A function of its argument alone. */
@FunctionalInterface
interface HopCauses {

    /** Returns what is found, the likeliest first. */
    List<Finding> in(Case it);
}
