package app.naru.diagnosis;

/**
 * Two scenes that are alike.
 *
 * @param there where a cause is found, first of all
 * @param notThere where it must not be found
 */
record Example(Scene there, Scene notThere) {}
