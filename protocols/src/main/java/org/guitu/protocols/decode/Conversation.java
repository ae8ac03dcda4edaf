package org.guitu.protocols.decode;

/** One connection of one wire format. */
interface Conversation {

    /**
     * Takes one input frame.
     *
     * @param number from 1
     */
    void take(int number, InputFrame frame, Transcript transcript);
}
