#include <gtest/gtest.h>

#include "tests/parser/quote/told.h"

// Whose words they are in Spanish and Portuguese news of threats, where verbs stand before their
// subjects or without them and persons who are objects follow a preposition.

namespace dixit::parser {
namespace {

class RomanceSpeaker : public testing::TestWithParam<Told> {};

TEST_P(RomanceSpeaker, IsNobodyElse) {
  const Told& told = GetParam();
  const std::string name = name_in(told);
  if (told.name.empty()) {
    EXPECT_EQ(name, "");
  } else {
    EXPECT_NE(name.find(told.name), std::string::npos) << name;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Judging, RomanceSpeaker,
    testing::Values(
        // Threatening words behind a threat that is judged are that threat.
        Told{"es",
             "El presidente Ibarra rechazó el ultimátum del grupo: «Váyanse o los mataremos».",
             "mataremos", ""},
        Told{"es", "La senadora Quiroga tildó de cobarde la amenaza: «Vamos a matar a Quiroga».",
             "matar", ""},
        Told{"es", "La jueza Toral investiga los mensajes de Cano: «Te voy a matar esta noche».",
             "matar", ""},
        Told{"pt", "A polícia investiga uma ameaça: \"Vamos matar o prefeito hoje\".", "matar", ""},
        Told{"pt", "O ministro Seixas rejeitou o ultimato: \"Saiam ou vamos matar vocês\".",
             "matar", ""},
        Told{"en", "President Dorn rejected the rebels' ultimatum: “Leave or we will kill you.”",
             "kill", ""},
        // Others there are what he says of it; so are his own threat and that of rebels.
        Told{"es", "El presidente Mota condenó la amenaza: «Los perseguiremos hasta el final».",
             "perseguiremos", "Mota"},
        Told{"pt", "O ministro Serra repudiou a ameaça: \"Vamos processar os autores dela\".",
             "processar", "Serra"},
        Told{"en", "Mayor Ida Tresk shrugged off the threat: “I will sleep well tonight.”", "sleep",
             "Tresk"},
        Told{"es", "Los rebeldes rechazaron el ultimátum: «Los vamos a matar a todos».", "matar",
             "rebeldes"},
        Told{"es", "El presidente Ibarra rechazó el ultimátum: «No vamos a ceder ante nadie».",
             "ceder", "Ibarra"},
        Told{"pt", "A deputada Nunes denunciou ameaças: \"Vivo com medo há meses\".", "medo",
             "Nunes"},
        Told{"es", "Fausto Rey defendió su amenaza: «Los vamos a matar a todos».", "matar", "Rey"},
        Told{"es", "Fausto Rey respondió al ultimátum: «Los vamos a matar a todos».", "matar",
             "Rey"}));

INSTANTIATE_TEST_SUITE_P(
    Handing, RomanceSpeaker,
    testing::Values(
        Told{"es", "La concejala Reyes entregó a los agentes la nota: «Te vamos a matar hoy».",
             "matar", "la nota"},
        Told{"es", "El Ejército interceptó un mensaje de los rebeldes: «Mañana los mataremos».",
             "mataremos", "los rebeldes"},
        Told{"es", "La policía difundió un audio: «Vamos a matar al alcalde».", "matar", ""},
        Told{"pt", "A polícia divulgou um áudio: \"Vamos matar o prefeito\".", "matar", ""},
        Told{"pt", "Luís Prado entregou o bilhete à polícia: \"Vamos te matar hoje\".", "matar",
             ""},
        // Who hands over a letter of his own, or makes his own words public.
        Told{"es", "Fausto Rey entregó una carta al alcalde: «Te vamos a matar hoy».", "matar",
             "Rey"},
        Told{"es", "Fausto Rey difundió un audio: «Vamos a matar al alcalde».", "matar", "Rey"},
        Told{"es", "La policía difundió un comunicado: «Pedimos calma a los vecinos».", "calma",
             "policía"}));

INSTANTIATE_TEST_SUITE_P(
    Quoting, RomanceSpeaker,
    testing::Values(Told{"es", "La agencia Norpress tradujo a Kemal Ordaz: «Los vamos a matar».",
                         "matar", "Ordaz"},
                    Told{"pt", "A agência Norpress traduziu Kemal Ordaz: \"Vamos matar vocês\".",
                         "matar", "Ordaz"},
                    Told{"es", "El perito tradujo el audio: «Los mataremos a todos hoy».",
                         "mataremos", ""}));

INSTANTIATE_TEST_SUITE_P(
    Telling, RomanceSpeaker,
    testing::Values(
        Told{"es", "«Te vamos a matar», recuerda Luis Prado que le gritaron.", "matar", ""},
        Told{"es", "«Te voy a matar», asegura la testigo que le dijo Salcedo.", "matar", "Salcedo"},
        Told{"es", "«Te voy a matar», cuenta Nuria Gil que le decía su marido.", "matar", "marido"},
        Told{"pt", "\"Vamos te matar\", lembra Luís Prado que lhe gritaram.", "matar", ""},
        Told{"es", "«Lo haremos mañana», recuerda Luis Prado que dijo a su jefe.", "haremos",
             "Prado"},
        Told{"es", "Luis Prado oyó gritar a su vecino: «Te voy a matar».", "matar", "vecino"},
        Told{"pt", "Luís Prado ouviu gritar o vizinho: \"Vou te matar hoje\".", "matar", "vizinho"},
        Told{"es", "Luis Prado denunció a Martín Salcedo por decirle: «Te voy a matar».", "matar",
             "Salcedo"},
        Told{"es", "Nuria Gil acusó a su exmarido de gritarle: «Te voy a matar».", "matar",
             "exmarido"},
        Told{"pt", "Luís Prado denunciou o vizinho por lhe dizer: \"Vou te matar\".", "matar",
             "vizinho"}));

INSTANTIATE_TEST_SUITE_P(
    BeforeColon, RomanceSpeaker,
    testing::Values(
        Told{"es", "El senador Urdaneta recordó que lo amenazaron: «Te vamos a matar hoy».",
             "matar", ""},
        Told{"es", "El testigo contó al tribunal lo que le dijo el capo: «Mataré a tu madre».",
             "madre", "el capo"},
        Told{"es", "Al juez Simón Prieto le llegó un sobre: «Serás el próximo en morir».", "morir",
             ""},
        Told{"es", "La alcaldesa Luján recibió una corona de flores: «Vas a morir muy pronto».",
             "morir", ""},
        Told{"pt", "O jornal Farol publicou a ameaça: \"Vamos matar o diretor hoje\".", "matar",
             ""},
        Told{"pt", "A guerrilha rejeitou a proposta do governo: \"Vamos matar soldados\".", "matar",
             "guerrilha"}));

INSTANTIATE_TEST_SUITE_P(
    InPassing, RomanceSpeaker,
    testing::Values(
        Told{"es", "La diputada Montes pidió ayuda tras leer el mensaje: «Te vamos a matar hoy».",
             "matar", ""},
        Told{"es", "La diputada Montes publicó el mensaje que recibió: «Te vamos a matar hoy».",
             "matar", ""},
        Told{"pt", "A deputada Montes publicou a mensagem que recebeu: \"Vamos te matar hoje\".",
             "matar", ""},
        Told{"es", "El cronista Cano reprodujo la charla con el capo: «Si hablas de eso, te mato».",
             "mato", ""},
        Told{"es", "El testigo señaló a Iván Ponce como autor de la frase: «Te voy a matar».",
             "matar", ""},
        Told{"es", "El juez confirmó la condena de Iván Ponce por escribir: «Voy a matarlos».",
             "matarlos", ""},
        Told{"es", "El concejal explicó que en la pintada se leía: «Te vamos a matar».", "matar",
             "la pintada"},
        Told{"es", "El edil Ramón Iturbe vive oculto: «Te encontraremos», le escribieron.",
             "encontraremos", ""},
        Told{"es", "La diputada Montes publicó en su cuenta: «No me van a callar nunca».", "callar",
             "Montes"}));

INSTANTIATE_TEST_SUITE_P(
    LeftOut, RomanceSpeaker,
    testing::Values(
        // Either may have said it, where it is told to somebody or is a threat.
        Told{"es", "El abogado Ciro Blanco defiende a Eusebio Lara. «Te voy a matar», le dijo.",
             "matar", ""},
        Told{"es", "La víctima identificó al acusado. «Te voy a matar», le repetía.", "matar", ""},
        Told{"es", "La periodista Ana Gil preguntó a Bruno Zamora. «Lo haremos hoy», contestó.",
             "haremos", ""},
        Told{"pt", "O advogado Ciro Branco defende Eusébio Lara. \"Vou te matar\", disse-lhe.",
             "matar", ""},
        // Whoever strikes somebody says it meanwhile; whoever reports or demands goes on.
        Told{"es",
             "El presidente de la Asamblea, Ernesto Mora, exigió a la prensa que se vaya. «No la "
             "necesitamos aquí», dijo.",
             "necesitamos", "Mora"},
        Told{"es", "Fausto Rey golpeó a Luis Prado. «Te voy a matar», le dijo.", "matar", "Rey"},
        Told{"es", "El abogado Ciro Blanco defiende a Eusebio Lara. «Es inocente del todo», dijo.",
             "inocente", "Blanco"}));

}  // namespace
}  // namespace dixit::parser
